import { existsSync } from "node:fs"
import { expect, test } from "vitest"
import { modules } from "#modules-list"
import { sendMail } from "#platform/mail-job"
import { contributedBy, jobsOf } from "#platform/module"

/**
 * By whose right each job works that an act of a person queues. Keelson's own: what it does follows from what was done already, or it
 * asks again by itself. The asker's: it does for a person what only some people may, so that person's rights are asked while it is
 * done, and the named test removes them in between. A new job belongs in one of the two.
 */
const rights: Readonly<Record<string, "Keelson's own" | `the asker's: ${string}`>> = {
  "clocks.follow-calendar": "Keelson's own",
  "clocks.ring": "Keelson's own",
  "commitments.ask-about-proposals": "Keelson's own", // the proposal was made by an act; whether it waits still is asked
  "drift.scan": "Keelson's own", // figures that it makes anew each minute, whoever asks
  "files.check": "Keelson's own",
  "imports.work": "the asker's: modules/imports/asker.test.ts",
  "links.mail": "Keelson's own", // the link was made by an act; whether it is open still is asked
  "links.mail-code": "Keelson's own",
  "links.renew": "Keelson's own",
  "links.tell-locked": "Keelson's own",
  "mail.send": "Keelson's own",
  "notifications.mail-person": "Keelson's own", // to a person, whose access is asked
  "privacy.erase": "Keelson's own", // an erasure was decided when it was asked for; access ended then, and nobody takes it back
  "send-invitation": "Keelson's own",
  "signing.follow": "Keelson's own", // what people did in a round is read anew, and what follows from it done once
  "signing.seal": "Keelson's own",
}

test("each job that an act queues is judged: by whose right it works, and what proves that it asks", () => {
  const queued = [sendMail, ...jobsOf(modules, contributedBy(modules))].filter(({ cron, on }) => !cron && !on)
  expect(queued.map(({ name }) => name).toSorted()).toEqual(Object.keys(rights).toSorted())
  for (const right of Object.values(rights)) {
    const [, proof] = right.split("the asker's: ")
    expect(proof === undefined || existsSync(proof), right).toBe(true)
  }
})
