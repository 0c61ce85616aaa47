import type { LetterKind } from "../core/complaint/letters.ts";
import type { Template } from "../core/letters/letter.ts";

/** The built-in letters in English, in the notation of `src/core/letters/notation.ts`. */
export const lettersEn: Record<LetterKind, Template> = {
  acknowledgement: {
    subject: "We have received your complaint {reference}",
    body: `Thank you for telling us. We have received your complaint and take it seriously.

| Reference number: {reference}
| Received: {receivedAt}
| What we understood: {understood}
| We propose a resolution by: {proposalBy}
| Once you accept, we implement it: within {implementationWithin}
| Afterwards we ask you whether it is solved: within {followUpWithin}
| Your contact: {person}

How we count: {proposalWhy}

See at any time where your complaint stands:

[Status of your complaint]({statusUrl})

Without this link: your reference number together with the code {code}.

To add or correct anything, also with documents or pictures, simply reply to this email or write to {email}. A person reads it. You also reach us by phone at {phone}.

What we promise stands in our complaint policy (version {policyVersion}):

[Complaint policy]({policyUrl})

We use what you tell us only to handle your complaint and to improve; you may ask at any time what we have stored.

[Privacy notice]({privacyUrl})`,
  },
  proposal: {
    subject: "Our proposal for your complaint {reference}",
    body: `We have investigated your complaint. This is what we found:

* {findings}

This is what we propose:

{explanation}

* {measures}

{goodwill}

Please tell us by {validUntil} whether you accept. It takes a minute and needs no account; you can also decline, propose something else or ask a question:

[Answer the proposal]({decisionUrl})

Once you accept, we implement it within {implementationWithin}, unless another date stands beside it. If you do not answer, nothing counts as accepted.

Would you rather talk? Call {phone} or reply to this email. If you disagree with how we handle this, write to {contact}.`,
  },
  acceptance: {
    subject: "You accepted our proposal for {reference}",
    body: `Thank you. We have recorded that you accept our proposal:

* {measures}

We implement it by {implementationBy}.

Was this not meant? Reply to this email or call {phone}.

[Status of your complaint]({statusUrl})`,
  },
  discussion: {
    subject: "You did not accept our proposal for {reference}",
    body: `We have recorded that our proposal does not suit you yet, and your words with it.

We look for a solution that suits both sides and make you a new proposal by {nextProposalBy}. If it helps, we call you.

You reach us at {contact} or by phone at {phone}.

[Status of your complaint]({statusUrl})`,
  },
  holding: {
    subject: "Your complaint {reference} needs longer",
    body: `We promised you this by {heldUntil}: {held}. We will not manage it by then, and we are sorry.

| Reason: {heldReason}
| You can expect it on: {expectedOn}
| Your contact: {person}

{heldExplanation}

Our promise stays as it was; we count this as late. If you do not agree, you can escalate: write to {contact} or call {phone}, and ask for management. A person answers.

[Status of your complaint]({statusUrl})`,
  },
  implementation: {
    subject: "Your complaint {reference}: what we promised is done",
    body: `We have carried out what we agreed ({implementedAt}):

* {done}
* {later}

Paid back: {refund}, {refundMeans}.

Within {followUpWithin} we will ask you whether the matter is solved. Is something missing? Reply to this email or call {phone}.

[Status of your complaint]({statusUrl})`,
  },
  follow_up: {
    subject: "Is it solved? Your complaint {reference}",
    body: `We carried out what we agreed on {implementedAt}. One question about it:

Is the matter solved for you?

[Yes or no, in one click and a sentence if you like]({followUpUrl})

If not, we open your complaint again and make you a new proposal.

You can also reply to this email or call {phone}.`,
  },
  reminder: {
    subject: "Our proposal for your complaint {reference} waits for you",
    body: `You have our proposal for your complaint, and we have not heard from you yet:

* {measures}

It stands until {validUntil}. You can accept it, decline it, propose something else or ask a question; it takes a minute and needs no account:

[Answer the proposal]({decisionUrl})

If you do not answer, nothing counts as accepted. Would you rather talk? Call {phone} or reply to this email.`,
  },
  no_answer: {
    subject: "We close your complaint {reference} for now",
    body: `We asked you again and have not heard from you. We therefore close your complaint {reference} of {receivedAt} for now.

That is no acceptance and takes no right from you: what we owe you by law, we owe you all the same.

You can have it opened again at any time, within twelve months without giving a reason: reply to this email, write to {contact} or call {phone}.

[Status of your complaint]({statusUrl})`,
  },
  withdrawal: {
    subject: "You withdrew your complaint {reference}",
    body: `We have recorded that you withdraw your complaint. What you told us still helps us to improve.

Was this not meant, or do you change your mind? Reply to this email or call {phone}; we open it again.

[Status of your complaint]({statusUrl})`,
  },
  reopening: {
    subject: "We have reopened your complaint {reference}",
    body: `We look into the matter again.

We make you a new proposal by {proposalBy}.

You reach us at {contact} or by phone at {phone}.

[Status of your complaint]({statusUrl})`,
  },
  deadlock: {
    subject: "We could not agree on your complaint {reference}",
    body: `We did not find a solution that suits both sides to your complaint {reference} of {receivedAt}. We regret that.

As a consumer you can turn to a conciliation body. This one is competent:

| Conciliation body: {conciliationBody}
| Address: {conciliationAddress}

[Website of the conciliation body]({conciliationUrl})

{conciliationStance}

Your right to go to court remains. You can also come back to us at any time: reply to this email or call {phone}.

[Status of your complaint]({statusUrl})`,
  },
};
