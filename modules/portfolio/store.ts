export { groupLines } from "./store/groups.ts"
export { said } from "./store/line.ts"
export {
  countOwn,
  findInPortfolio,
  type Line,
  listOwn,
  listPortfolio,
  type OwnAsked,
  ownerOf,
  type PartnershipRow,
  type PortfolioRow,
} from "./store/lines.ts"
export { summarise } from "./store/summary.ts"
