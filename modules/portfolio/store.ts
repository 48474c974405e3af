export { groupLines } from "./store/groups.ts"
export {
  countOwn,
  findInPortfolio,
  listOwn,
  listPortfolio,
  type OwnAsked,
  type PartnershipRow,
  type PortfolioRow,
} from "./store/lines.ts"
export { summarise } from "./store/summary.ts"
