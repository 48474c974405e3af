/** Refusals that many endpoints share; spread them into a contract's `refusals`. */
export const roleMayNot = {
  "role-may-not": { status: 403, title: "Your role may not do this. Ask an owner or admin of the workspace." },
} as const

/** Belongs to every endpoint at which somebody chooses a password. */
export const passwordGuessable = {
  "password-common": {
    status: 422,
    title: "This password is one of those that everybody tries first. Choose a longer one, such as several words.",
  },
  "password-own-words": {
    status: 422,
    title: "This password is made of your own or your company's names, which others know. Choose other words.",
  },
} as const

export const alreadyRetracted = {
  "already-retracted": { status: 409, title: "This record is already retracted." },
} as const

export const inTheFuture = {
  "in-the-future": { status: 422, title: "This has not come yet. Choose today or a time that has passed." },
} as const

/** Belongs to every endpoint that puts something off until a day. */
export const notAhead = {
  "not-ahead": { status: 422, title: "Choose a day after today, and within a year." },
} as const

export const expressionRefused = {
  "expression-refused": {
    status: 422,
    title: "This condition cannot be understood. Look at the place that is named, and at what was expected there.",
  },
} as const

/** Belongs to every endpoint that edits; `endpoint` adds it and the runner answers with it. */
export const changedMeanwhile = {
  "changed-meanwhile": {
    status: 412,
    title: "Someone changed this since you read it. Look at the new state and try again.",
  },
} as const

/** Of what changes an agreement that may be being signed. */
export const beingSigned = {
  "being-signed": {
    status: 409,
    title: "This agreement is being signed, so it stays as it is. Recall it from signing first.",
  },
} as const
