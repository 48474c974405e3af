import { expect, test } from "vitest"
import type { AreaRoute } from "#client/area"

const found = import.meta.glob<readonly Pick<AreaRoute, "path">[]>("./*/routes.ts", { eager: true, import: "routes" })
const builders = import.meta.glob<Record<string, (...given: string[]) => string>>("./*/paths.ts", { eager: true })

const addressesOf = (area: string) =>
  Object.values(builders[`./${area}/paths.ts`] ?? {}).map((build) =>
    pageOf(build("acme", ...Array.from({ length: build.length - 1 }, (_, place) => `given-${place}`))),
  )

/** What is chosen on a page stands behind its address. */
const pageOf = (address: string) => address.replace(/\?.*/, "")

const leadsTo = (address: string, { path }: Pick<AreaRoute, "path">) =>
  new RegExp(`^/w/acme/${path.replaceAll(/\$\w+/g, "given-\\d")}$`).test(address.split("?", 1)[0] ?? "")

test.each(Object.entries(found))("the links to %s lead to its pages, and each page has one", (file, routes) => {
  const addresses = addressesOf(file.split("/")[1] ?? "")
  expect(addresses.filter((address) => !routes.some((route) => leadsTo(address, route)))).toEqual([])
  expect(routes.filter((route) => !addresses.some((address) => leadsTo(address, route)))).toEqual([])
})
