import { runTasksOnRequest } from '../../image/document-tasks.ts'

runTasksOnRequest()
