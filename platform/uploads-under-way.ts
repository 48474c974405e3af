import type { Actor } from "#core/actor"

/** An upload that is about to begin: how much it says will come, and what was on its way before it. */
export type Announced = Readonly<{ bytes: number; comingBytes: number; ofPerson: number }>

type Coming = Readonly<{ workspaceId: string; userId: string; bytes: number }>

/**
 * What is being sent just now, of one kind. Each sees those that were announced before it, so that of two at once one finds room.
 * It is this process's memory: a server that is killed leaves nothing to clear away. Several servers each see their own, and what
 * stays is counted in the database when it has come.
 */
export const openUploadsUnderWay = () => {
  const coming = new Set<Coming>()
  return {
    announce: (actor: Actor, bytes: number): Readonly<{ announced: Announced; end: () => void }> => {
      const workspaceId = "workspaceId" in actor ? actor.workspaceId : ""
      const userId = "userId" in actor ? (actor.userId ?? "") : ""
      const here = [...coming].filter((each) => each.workspaceId === workspaceId)
      const announced = {
        bytes,
        comingBytes: here.reduce((sum, each) => sum + each.bytes, 0),
        ofPerson: here.filter((each) => each.userId === userId).length,
      }
      const own = { workspaceId, userId, bytes }
      coming.add(own)
      return { announced, end: () => coming.delete(own) }
    },
  }
}
