import type { Figures } from "../contract.ts";
import { domain } from "../../../texts/domain.ts";
import { figureWords } from "../../../texts/report-figures.ts";
import { countLine, isNone, refusedLine, shareLine, type Group, type Line, type Telling } from "./line.ts";

export function actionsGroup({ actions }: Figures, { language }: Telling): Group {
  const w = figureWords(language).actions;
  const order = ["open", "overdue", "closed", "effective", "not_shown", "ineffective"] as const;
  const { medianAge } = actions;
  const age = { figure: "actions.medianAge", label: w.medianAge, unit: "days" } as const;
  const lines: Line[] = [
    ...order.map((name) => countLine(`actions.${name}`, w[name], actions[name], "actions")),
    ...(isNone(medianAge)
      ? refusedLine(age.figure, age.label, age.unit, medianAge)
      : [{ ...age, value: medianAge }]),
    ...shareLine("actions.checkedInTime", w.checkedInTime, actions.checkedInTime),
  ];
  return { code: "actions", title: w.title, how: w.how, lines };
}

export function handlingGroup({ handling }: Figures, { language }: Telling): Group {
  const w = figureWords(language).handling;
  const { recordingDelay: delay } = handling;
  const channels: Record<string, string> = domain(language).channel;
  const languages = new Intl.DisplayNames([language], { type: "language" });
  const mix = (name: "channels" | "languages", label: (code: string) => string): Line[] => {
    const shares = handling[name];
    return isNone(shares)
      ? []
      : Object.entries(shares).flatMap(([code, share]) =>
          shareLine(`handling.${name}.${code}`, label(code), share),
        );
  };
  const hours = (name: "median" | "longest", label: string): Line[] =>
    isNone(delay)
      ? []
      : [
          {
            figure: `handling.recordingDelay.${name}`,
            label,
            unit: "hours",
            value: delay[name],
            n: delay.n,
          },
        ];
  const lines = [
    ...shareLine("handling.heldBeforeMiss", w.heldBeforeMiss, handling.heldBeforeMiss),
    ...shareLine("handling.rerouted", w.rerouted, handling.rerouted),
    ...(isNone(delay) ? refusedLine("handling.recordingDelay", w.recordingDelay, "hours", delay) : []),
    ...hours("median", w.recordingDelay),
    ...hours("longest", w.recordingLongest),
    ...mix("channels", (code) => w.channel(channels[code] ?? code)),
    ...mix("languages", (code) => w.languageOf(languages.of(code) ?? code)),
    ...shareLine("handling.anonymous", w.anonymous, handling.anonymous),
  ];
  return { code: "handling", title: w.title, how: w.how, lines };
}

export function qualityGroup({ quality }: Figures, { language }: Telling): Group {
  const w = figureWords(language).quality;
  const lines: Line[] = [
    ...shareLine("quality.missingCategory", w.missingCategory, quality.missingCategory),
    ...shareLine("quality.missingCause", w.missingCause, quality.missingCause),
    countLine("quality.datesExplained", w.datesExplained, quality.datesExplained),
    {
      figure: "quality.calendarConfirmed",
      label: w.calendarConfirmed,
      unit: "complaints",
      note: quality.calendarConfirmed ? w.yes : w.no,
    },
  ];
  return { code: "quality", title: w.title, how: w.how, lines };
}

export function trainingGroup({ training }: Figures, { language }: Telling): Group {
  const w = figureWords(language).training;
  const lines = [
    countLine("training.handlers", w.handlers, training.handlers, "people"),
    ...shareLine("training.trained", w.trained, training.trained),
    countLine("training.sessions", w.sessions, training.sessions, "sessions"),
  ];
  return { code: "training", title: w.title, how: w.how, lines };
}

export function surveysGroup({ surveys }: Figures, { language }: Telling): Group {
  const w = figureWords(language).surveys;
  const { open, complaints, none } = surveys.possibleComplaints;
  const lines = [
    countLine("surveys.answers", w.answers, surveys.answers, "answers"),
    ...shareLine("surveys.low", w.low, surveys.low),
    countLine("surveys.possibleComplaints.open", w.possibleOpen, open, "answers"),
    countLine("surveys.possibleComplaints.complaints", w.possibleComplaints, complaints, "answers"),
    countLine("surveys.possibleComplaints.none", w.possibleNone, none, "answers"),
  ];
  return { code: "surveys", title: w.title, how: w.how, lines };
}
