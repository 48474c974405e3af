import type { Step } from "./rules.ts"

const step = (
  key: string,
  title: string,
  side: Step["side"],
  count: number,
  after: string | undefined,
  more: Partial<Step> = {},
): Step => ({
  ...{ key, title, side, isPrivate: false, isOptional: false, waitsFor: [] },
  ...{ offset: { count, unit: "workdays" }, ...(after === undefined ? {} : { after }), ...more },
})

/** Two plans of the demo's vendor. */
export const demoPlans: readonly Readonly<{ name: string; description: string; steps: readonly Step[] }>[] = [
  {
    name: "Onboarding of a reseller",
    description: "From the signature to the first deal, for partners who sell in their own name.",
    steps: [
      step("kick-off", "Kick-off with both teams", "host", 3, undefined),
      step("credit", "Check credit and terms of payment", "host", 5, undefined, { isPrivate: true }),
      step("contacts", "Name contacts for sales, technology and billing", "partner", 5, undefined),
      step("access", "Give access to the portal and the demo system", "host", 2, "kick-off", {
        waitsFor: ["contacts"],
      }),
      step("training", "Two people pass the product training", "partner", 15, "access", {
        ...{ role: "technical", needsEvidence: true },
      }),
      step("registration", "Open the registration of deals", "host", 1, "training", {
        grants: [{ opens: "deal_registration" }],
      }),
      step("content", "Co-branded material on the partner's site", "partner", 10, "access", {
        isOptional: true,
        grants: [{ opens: "resource", name: "Co-branding kit", link: "https://kit.nordlicht.example/co-branding" }],
      }),
      step("pipeline", "First joint list of accounts", "partner", 10, "training", { role: "seller" }),
      step("first-deal", "Go through the first deal together", "host", 10, "pipeline"),
    ],
  },
  {
    name: "Joint launch",
    description: "A product or an offer that both bring to market.",
    steps: [
      step("message", "Agree on message and audience", "host", 4, undefined),
      step("assets", "Landing page and two references", "partner", 10, "message", { role: "marketer" }),
      step("enable", "Brief both sales teams", "host", 5, "assets"),
      step("invite", "Invite the first hundred accounts", "partner", 3, "enable", { waitsFor: ["assets"] }),
      step("review", "Look at results together", "host", 20, "invite"),
    ],
  },
]
