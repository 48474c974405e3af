import { closing, conduct, data, ends, everywhereAsked, furtherEverywhere } from "./common.ts"
import { below, type Start } from "./start.ts"

/** Agreements by which products reach customers through the partner. */

const end = [...conduct, "warranties", ...below("third-party-claims"), "liability", ...below("insurance"), ...ends]

const further = [...furtherEverywhere, ...below("exclusive", "account-mapping", "change-of-control")]

export const reseller: Start = {
  text: [
    "parties",
    "purpose-reseller",
    "definitions-channel",
    "appointment-reseller",
    ...below("territory", "non-exclusive"),
    "vendor-duties",
    "partner-duties",
    ...below("training"),
    "margin",
    ...below("price-changes"),
    "orders",
    ...below("payment"),
    "registration",
    "support-levels",
    "marketing",
    ...below("marketing-funds", "trademarks"),
    ...data,
    "confidentiality",
    "reviews",
    ...below("forecast", "escalation"),
    ...end,
    ...closing,
  ],
  terms: { margin: 20, exclusivity: "non-exclusive", payment_days: 30, answer_hours: 48, protection_days: 90 },
  asked: ["territory", ...everywhereAsked],
  further: [...further, ...below("special-prices", "minimum-purchase", "own-ip")],
}

export const distributor: Start = {
  text: [
    "parties",
    "purpose-distributor",
    "definitions-channel",
    "appointment-distributor",
    ...below("territory", "non-exclusive"),
    "vendor-duties",
    "partner-duties",
    ...below("distribution-duties", "training"),
    "margin",
    ...below("price-changes", "special-prices", "stock-protection", "minimum-purchase"),
    "orders",
    ...below("payment"),
    "registration",
    "support-levels",
    "marketing",
    ...below("marketing-funds", "trademarks"),
    ...data,
    "confidentiality",
    "reviews-close",
    ...below("forecast", "escalation"),
    ...end,
    ...closing,
  ],
  terms: { margin: 30, exclusivity: "non-exclusive", payment_days: 45, answer_hours: 24, protection_days: 90 },
  asked: ["territory", "minimum_amount", ...everywhereAsked],
  further: [...further, ...below("own-ip")],
}

export const msp: Start = {
  text: [
    "parties",
    "purpose-msp",
    "definitions-channel",
    "appointment-msp",
    ...below("territory", "non-exclusive"),
    "managed-service",
    ...below("vendor-duties", "partner-duties", "training"),
    "service-levels",
    ...below("support-levels"),
    "margin",
    ...below("price-changes"),
    "usage-billing",
    ...below("payment"),
    "marketing",
    ...below("trademarks"),
    ...data,
    "confidentiality",
    "reviews",
    ...below("escalation"),
    ...end,
    ...closing,
  ],
  terms: { margin: 25, exclusivity: "non-exclusive", payment_days: 30, answer_hours: 2 },
  asked: ["territory", ...everywhereAsked],
  further: [...further, ...below("special-prices", "minimum-purchase", "marketing-funds", "own-ip")],
}

export const referral: Start = {
  text: [
    "parties",
    "purpose-referral",
    "definitions-channel",
    "appointment-referral",
    ...below("territory", "non-exclusive"),
    "referral-process",
    "commission",
    ...below("payment"),
    "trademarks",
    ...data,
    "confidentiality",
    "reviews",
    ...below("escalation"),
    ...conduct,
    "warranties-mutual",
    "liability",
    ...ends,
    ...closing,
  ],
  terms: { commission: 10, exclusivity: "non-exclusive", payment_days: 30, answer_hours: 24, protection_days: 180 },
  asked: ["territory", ...everywhereAsked],
  further: [
    ...furtherEverywhere,
    "commission-fixed-term",
    "marketing",
    ...below("training", "account-mapping", "insurance", "change-of-control"),
  ],
}
