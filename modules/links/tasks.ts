import { z } from "zod"

/** The mail of one link. What is queued names the link; its secret is made when the mail is written. */
export const mailLink = { name: "links.mail", payload: z.object({ workspaceId: z.uuid(), linkId: z.uuid() }) }

/** Somebody asked for a new link. What is queued holds the hash of the old one, known to us or not. */
export const renewLink = { name: "links.renew", payload: z.object({ hash: z.string().max(100) }) }

/** The mail of one code. What is queued names the asking; the code is made when the mail is written. */
export const mailCode = { name: "links.mail-code", payload: z.object({ workspaceId: z.uuid(), codeId: z.uuid() }) }

/** Too many wrong codes were typed: both sides are told. */
export const tellLocked = { name: "links.tell-locked", payload: z.object({ workspaceId: z.uuid(), linkId: z.uuid() }) }
