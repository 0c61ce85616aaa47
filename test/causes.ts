import assert from "node:assert/strict";
import { openWorld, type Colleague } from "./world.ts";

/** A complaint about wind courses, taken down now, whose cause an investigation finds to be the material. */
export async function complaintAbout(
  who: Colleague,
  severity = 2,
  rootCause: string | null = "content_error",
) {
  const { body } = await who.post("/complaints", {
    platform: "ctterra",
    channel: "phone",
    complainant: { name: "Anna" },
    subject: { kind: "programme", programme: "Wind power for fitters" },
    statement: "The handout was wrong.",
  });
  const id = body.id as string;
  await who.post(`/complaints/${id}/assignment`, { ownerId: who.id });
  await who.post(`/complaints/${id}/assessment`, { severity });
  if (rootCause) await findCause(who, id, rootCause);
  return { id, reference: body.reference as string };
}

export async function findCause(who: Colleague, id: string, rootCause: string) {
  await who.post(`/complaints/${id}/investigation`, {});
  const found = await who.post(`/complaints/${id}/findings`, {
    allegation: "The handout was wrong.",
    outcome: "upheld",
    reasons: "It was.",
    rootCause,
  });
  assert.equal(found.status, 201, JSON.stringify(found.body));
}

/** An office with a catalogue of programmes, and a person for each role. */
export async function office(
  options: Parameters<typeof openWorld>[0] = { start: "2026-01-05T10:00:00+01:00" },
) {
  const world = await openWorld(options);
  const ada = await world.colleague("Ada", "admin");
  await ada.put("/taxonomies/programmes", {
    version: 0,
    entries: [
      { code: "wind_1", en: "Wind power for fitters", de: "Windkraft für Monteure", active: true },
      { code: "solar", en: "Solar basics", de: "Photovoltaik Grundlagen", active: true },
    ],
  });
  return {
    world,
    ada,
    mara: await world.colleague("Mara", "handler"),
    dora: await world.colleague("Dora", "manager"),
    olga: await world.colleague("Olga", "auditor"),
    tom: await world.colleague("Tom", "intake"),
  };
}
