export { beforeOf } from "./rules/retention.ts"
export { decideOutsideRoom, decideRoom, type Usage } from "./rules/room.ts"
export {
  type CheckState,
  checkStates,
  decideRemoval,
  type Hold,
  holds,
  type Unavailable,
  whyNot,
} from "./rules/standing.ts"
export { acceptedEndings, decideType } from "./rules/types.ts"
