import assert from "node:assert/strict";
import { test } from "node:test";
import { readHosts } from "./hosts.ts";

test("a pair of hosts is read as libpq writes it", () => {
  assert.deepEqual(
    readHosts("postgres://u:p%40@a:5433,b/db?target_session_attrs=read-write&sslmode=require"),
    {
      urls: ["postgres://u:p%40@a:5433/db?sslmode=require", "postgres://u:p%40@b/db?sslmode=require"],
      readWrite: true,
      told: "a:5433,b",
    },
  );
  assert.deepEqual(readHosts("postgresql://u@a/db")?.readWrite, false);
  assert.equal(readHosts("postgres:///db?host=/run/postgresql")?.told, "the local socket");
});

test("what is no address of a PostgreSQL is none", () => {
  for (const wrong of ["mysql://a/b", "postgres://a,,b/db", "postgres://a:port,b/db", "a,b", ""])
    assert.equal(readHosts(wrong), undefined, wrong);
  assert.equal(readHosts("postgres://a/db?target_session_attrs=standby"), undefined);
});
