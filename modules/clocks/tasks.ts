import { z } from "zod"

/** Looks at one clock when its warning, or the moment after its due time, has come. */
export const ring = { name: "clocks.ring", payload: z.object({ workspaceId: z.uuid(), clockId: z.uuid() }) }

/** Lets what runs by a calendar go on by the calendar as it was changed at a moment; null is the delivered one. */
export const followCalendar = {
  name: "clocks.follow-calendar",
  payload: z.object({ workspaceId: z.uuid(), calendarId: z.uuid().nullable(), changedAt: z.iso.datetime() }),
}
