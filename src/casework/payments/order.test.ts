import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { inSepaCharacters, isReadable } from "./characters.ts";
import { readIban } from "./iban.ts";
import { orderFile } from "./order.ts";

test("names are spelled as German banks spell them, and whatever was written, only signs that banks read remain", () => {
  const spelled: [string, string][] = [
    ["Jürgen Groß & Söhne", "Juergen Gross + Soehne"],
    ["ÄÖÜ ẞ", "AeOeUe SS"],
    ["u\u0308ber", "ueber"],
    ["Łukasz Ørsted, Đặng", "Lukasz Orsted, Dang"],
    ["Ayşe Yılmaz", "Ayse Yilmaz"],
    ["O’Neill – “Bob”", "O'Neill - Bob"],
    ["a\r\nb\t<x>", "a b x"],
  ];
  for (const [name, expected] of spelled) assert.equal(inSepaCharacters(name), expected);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) =>
      assert.match(inSepaCharacters(text), /^[A-Za-z0-9/?:().,'+ -]*$/),
    ),
  );
  assert.deepEqual([isReadable("王小明"), isReadable("…"), isReadable("Bo")], [false, false, true]);
});

test("an IBAN is read with or without blanks, and one wrong digit is found", () => {
  assert.equal(readIban(" de89 3704 0044 0532 0130 00 "), "DE89370400440532013000");
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 21 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digits = "DE89370400440532013000"
        .split("")
        .map((sign, index) => (index === at ? String((Number(sign) + by) % 10) : sign));
      assert.deepEqual(readIban(digits.join("")), { refused: "iban-invalid", field: "iban" });
    }),
  );
});

const order = (amounts: number[]) =>
  orderFile({
    number: 7,
    createdAt: "2026-03-29T00:30:00.000Z",
    executeOn: "2026-03-30",
    zone: "Europe/Berlin",
    account: { holder: "Übungs GmbH", iban: "DE02120300000000202051" },
    transfers: amounts.map((amountCents, index) => ({
      id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      amountCents,
      payee: "Anna",
      iban: "DE89370400440532013000",
      purpose: "Erstattung",
    })),
  }).toString();

test("the control sum is the sum of the amounts to the cent, for any amounts", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 1, maxLength: 60 }),
      (amounts) => {
        const cents = (text: string) => Number(text.replace(".", ""));
        const told = [...order(amounts).matchAll(/<InstdAmt Ccy="EUR">(\d+\.\d\d)</g)].map(([, text]) =>
          cents(text!),
        );
        assert.deepEqual(told, amounts);
        const sum = amounts.reduce((before, each) => before + each, 0);
        const sums = [...order(amounts).matchAll(/<CtrlSum>(\d+\.\d\d)</g)].map(([, text]) => cents(text!));
        assert.deepEqual(sums, [sum, sum]);
      },
    ),
    { numRuns: 50 },
  );
});

test("the parts stand in the order of pain.001.001.09, and dates are the office's wherever the process runs", () => {
  const tags = [...order([100]).matchAll(/<(\w+)[ >]/g)].map(([, tag]) => tag);
  assert.deepEqual(
    tags,
    (
      "Document CstmrCdtTrfInitn GrpHdr MsgId CreDtTm NbOfTxs CtrlSum InitgPty Nm PmtInf PmtInfId PmtMtd BtchBookg " +
      "NbOfTxs CtrlSum PmtTpInf SvcLvl Cd ReqdExctnDt Dt Dbtr Nm DbtrAcct Id IBAN DbtrAgt FinInstnId Othr Id ChrgBr " +
      "CdtTrfTxInf PmtId InstrId EndToEndId Amt InstdAmt Cdtr Nm CdtrAcct Id IBAN RmtInf Ustrd"
    ).split(" "),
  );
  assert.match(order([100]), /<CreDtTm>2026-03-29T01:30:00<.*<ReqdExctnDt><Dt>2026-03-30</);
});
