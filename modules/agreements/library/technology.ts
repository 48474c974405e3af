import { closing, conduct, data, ends, everywhereAsked, furtherEverywhere } from "./common.ts"
import { below, type Start } from "./start.ts"

/** Agreements of those who build: system integrator, software vendor, integration, joint solution. */

const end = [
  ...conduct,
  "warranties-mutual",
  ...below("third-party-claims"),
  "liability",
  ...below("insurance"),
  ...ends,
  ...closing,
]

export const integrator: Start = {
  text: [
    "parties",
    "purpose-integrator",
    "definitions-channel",
    "appointment-integrator",
    ...below("territory", "non-exclusive"),
    "implementation-quality",
    ...below("training"),
    "expert-support",
    ...below("payment"),
    "marketing",
    ...below("trademarks"),
    "own-ip",
    ...data,
    "confidentiality",
    "reviews",
    ...below("reporting", "escalation"),
    ...end,
  ],
  terms: { exclusivity: "non-exclusive", payment_days: 30, answer_hours: 24 },
  asked: ["territory", ...everywhereAsked],
  further: [
    ...furtherEverywhere,
    "referral-process",
    "commission",
    "registration",
    "support-levels",
    ...below("marketing-funds", "account-mapping", "change-of-control"),
  ],
}

export const isv: Start = {
  text: [
    "parties",
    "purpose-isv",
    "definitions-technology",
    "platform-access",
    "application-duties",
    "developer-support",
    "revenue-share",
    ...below("payment"),
    "trademarks",
    "own-ip",
    ...data,
    "confidentiality",
    "reviews",
    ...below("reporting", "escalation"),
    ...end,
  ],
  terms: { commission: 15, payment_days: 30, answer_hours: 48 },
  asked: everywhereAsked,
  further: [...furtherEverywhere, "joint-deals", ...below("account-mapping", "lead-sharing", "change-of-control")],
}

export const integration: Start = {
  text: [
    "parties",
    "purpose-integration",
    "definitions-technology",
    "integration-work",
    "integration-faults",
    "co-listing",
    ...below("trademarks"),
    "own-ip",
    ...data,
    ...below("account-mapping"),
    "confidentiality",
    "reviews",
    ...below("reporting", "escalation"),
    ...end,
  ],
  terms: { answer_hours: 8 },
  asked: everywhereAsked,
  further: [...furtherEverywhere, ...below("lead-sharing", "change-of-control")],
}

export const jointSolution: Start = {
  text: [
    "parties",
    "purpose-joint-solution",
    "definitions-joint",
    "contributions",
    "joint-ip",
    "joint-sales",
    ...below("payment"),
    "joint-deals",
    "joint-support",
    "trademarks",
    ...data,
    ...below("account-mapping"),
    "confidentiality",
    "reviews-close",
    ...below("reporting", "escalation"),
    "fair-competition",
    ...end,
  ],
  terms: { payment_days: 30, answer_hours: 24, protection_days: 120 },
  asked: ["commission", ...everywhereAsked],
  further: [
    ...furtherEverywhere,
    "joint-ip-one-owner",
    "sponsors",
    ...below("lead-sharing", "content-approval", "change-of-control"),
  ],
}
