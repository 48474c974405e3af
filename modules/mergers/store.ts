export { accessOfCompanies, contactsOf, takingsOf } from "./store/companies.ts"
export {
  bareCompanies,
  type Counted,
  countMoves,
  insertMerger,
  insertMoves,
  laterMerger,
  listMergers,
  lockMerger,
  type MergerRow,
  mergersSince,
  movesOf,
  type ToldMerger,
  tellMerger,
  undoneNow,
  wentInto,
} from "./store/mergers.ts"
