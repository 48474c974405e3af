import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { liveFaults } from "#test/live-migrations"

/** From here on there are installations whose servers go on while the database is brought forward. */
const first = "0200"

test("migrations leave servers of the version before alone", () => {
  const files = readdirSync("migrations").filter((file) => file >= first)
  expect(files.flatMap((file) => liveFaults(file, readFileSync(join("migrations", file), "utf8")))).toEqual([])
})

test.each([
  ["alter table deal alter column amount type bigint", /writes a table anew/],
  ["alter table deal add column code text not null", /does not fill/],
  ["alter table deal alter column code set not null", /reads a whole table/],
  ["alter table deal add constraint c check (n > 0)", /checks a whole table/],
  ["alter table deal add foreign key (workspace_id, id) references fund", /checks a whole table/],
  ["alter table deal add unique (workspace_id, code)", /builds an index under/],
  ["create index on deal (workspace_id, code)", /is written meanwhile/],
  ["create index concurrently on deal (workspace_id, code)", /inside a transaction/],
  ["alter table deal drop column code", /takes away/],
  ["alter table deal drop column if exists code", /takes away/],
  ["alter table deal alter column code drop default", /takes away/],
  ['alter table identity.account alter column "createdAt" drop default', /takes away/],
  ["drop function if exists create_workspace(uuid, text)", /takes away/],
  ["alter table deal rename column code to name", /takes away/],
  ["lock table deal", /keeps everybody out/],
])("%s is noticed", (sql, fault) => {
  expect(liveFaults("0200_x.sql", sql)).toEqual([expect.stringMatching(fault)])
})

test.each([
  "alter table deal add column code text",
  "alter table deal add column code text not null default ''",
  "alter table deal add constraint c check (n > 0) not valid",
  "alter table deal validate constraint c",
  "-- outside a transaction\ndrop index concurrently if exists i;\ncreate index concurrently i on deal (workspace_id, code)",
  "create table fund (workspace_id uuid not null references workspace, id uuid not null, primary key (workspace_id, id));\ncreate index on fund (workspace_id, id);\nalter table fund add check (id is not null)",
  "-- contract: nobody has used it since 0.3\nalter table deal drop column code",
])("%s is no fault", (sql) => {
  expect(liveFaults("0200_x.sql", sql)).toEqual([])
})
