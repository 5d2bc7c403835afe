import { describe } from '../../worker/generate/openapi/description.ts'

/** Prints the description of the worker's interface, a line for each member so that two of them can be compared. */
console.log(JSON.stringify(describe(), null, 2))
