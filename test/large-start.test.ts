import assert from "node:assert/strict";
import { test } from "node:test";
import pg from "pg";
import { openApp } from "../src/app.ts";
import { openWorld } from "./world.ts";

test("what an upgrade fills in is looked for once and not at every start, because that reads all words", async () => {
  const world = await openWorld();
  const owner = new pg.Client(world.database.owner);
  await owner.connect();
  try {
    const mara = await world.colleague("Mara", "handler", "intake");
    const { status } = await mara.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      receivedAt: world.now(),
      complainant: { name: "Anna", language: "de" },
      subject: { kind: "programme", programme: "Segeln" },
      statement: "Der Kurs fiel aus.",
    });
    assert.equal(status, 201);
    const afterStart = async () => {
      await (await openApp({ ...world.parts, now: world.now })).stop();
      return (await owner.query("select from complaint_programme")).rowCount;
    };
    await owner.query("delete from complaint_programme");
    assert.equal(await afterStart(), 0);
    // As it is in a database from before.
    await owner.query("delete from period_run where period = 'once'");
    assert.equal(await afterStart(), 1);
  } finally {
    await owner.end();
    await world.close();
  }
});
