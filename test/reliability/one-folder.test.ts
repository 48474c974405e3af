import { expect, test } from "vitest"
import { type Product, productFolder, spawnProduct, startProduct, until } from "./product.ts"
import { firstOwner, somePorts } from "./visitor.ts"

const folder = productFolder()

test("of two servers on one folder one runs: a second is refused by name, a killed one's place is taken, and of two at one instant one goes on", async () => {
  const [port = 0, other = 0] = await somePorts(2)
  const begin = (at: number) => spawnProduct([], { KEELSON_FOLDER: folder, PORT: String(at) })
  const first = await startProduct([], { KEELSON_FOLDER: folder, PORT: String(port) })
  const visitor = await firstOwner(first, port)
  const made = await visitor.send(port, "POST", "/organizations", { body: { name: "Kept" } })
  expect(made.status).toBe(201)
  const kept = async (at: number) => (await visitor.send(at, "GET", `/organizations/${made.body["id"]}`)).status

  const second = begin(other)
  expect([await second.ended, second.said()]).toEqual([1, expect.stringContaining(`(process ${first.pid})`)])
  expect(second.said().trim().split("\n")).toHaveLength(1)
  expect(await kept(port)).toBe(200)

  first.signal("SIGKILL")
  await first.ended
  const both = [port, other].map((at) => ({ at, product: begin(at) }))
  const isReady = ({ product }: { product: Product }): boolean => product.said().includes("Keelson is ready")
  const isOver = ({ product }: { product: Product }): boolean => isReady({ product }) || !product.isRunning()
  await until(() => both.every(isOver), 120_000, "both to be ready or refused")
  const [winner, ...winners] = both.filter(isReady)
  const [loser] = both.filter((each) => !isReady(each))
  expect([winners, loser === undefined]).toEqual([[], false])
  expect([await loser?.product.ended, loser?.product.said()]).toEqual([
    1,
    expect.stringContaining(`(process ${winner?.product.pid})`),
  ])
  expect(await kept(winner?.at ?? 0)).toBe(200)
  winner?.product.signal("SIGTERM")
  expect(await winner?.product.ended).toBe(0)
}, 300_000)
