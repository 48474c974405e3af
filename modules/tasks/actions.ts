import { editTask, giveTask, reDateTask } from "./actions/change.ts"
import { finishTask, reopenTask, skipTask } from "./actions/close.ts"
import { createTask } from "./actions/create.ts"
import { movePlan, previewMove, previewPlan, startPlan } from "./actions/plans.ts"
import { getTask, getTasksOf, listTaskOwners, listTasks } from "./actions/reading.ts"
import { archiveTemplate, createTemplate, editTemplate, getTemplate, listTemplates } from "./actions/templates.ts"

export const actions = [
  ...[listTasks, getTasksOf, getTask, listTaskOwners, createTask, editTask, reDateTask, giveTask],
  ...[finishTask, skipTask, reopenTask, previewPlan, startPlan, previewMove, movePlan],
  ...[listTemplates, getTemplate, createTemplate, editTemplate, archiveTemplate],
]
