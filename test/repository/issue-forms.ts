import * as v from 'valibot'

const text = v.pipe(v.string(), v.trim(), v.minLength(1))
const id = v.optional(v.pipe(v.string(), v.regex(/^[\w-]+$/)))
const validations = v.optional(v.strictObject({ required: v.optional(v.boolean()) }))
const asked = { label: text, description: v.optional(text) }

/** https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
const field = v.variant('type', [
  v.strictObject({ type: v.literal('markdown'), id, attributes: v.strictObject({ value: text }) }),
  v.strictObject({
    type: v.literal('input'),
    id,
    attributes: v.strictObject({ ...asked, placeholder: v.optional(text), value: v.optional(text) }),
    validations,
  }),
  v.strictObject({
    type: v.literal('textarea'),
    id,
    attributes: v.strictObject({
      ...asked,
      placeholder: v.optional(text),
      value: v.optional(text),
      render: v.optional(text),
    }),
    validations,
  }),
  v.strictObject({
    type: v.literal('dropdown'),
    id,
    attributes: v.strictObject({
      ...asked,
      multiple: v.optional(v.boolean()),
      options: v.pipe(
        v.array(text),
        v.minLength(1),
        v.check((all) => new Set(all).size === all.length, 'an option twice'),
      ),
      default: v.optional(v.number()),
    }),
    validations,
  }),
  v.strictObject({
    type: v.literal('checkboxes'),
    id,
    attributes: v.strictObject({
      ...asked,
      options: v.pipe(
        v.array(v.strictObject({ label: text, required: v.optional(v.boolean()) })),
        v.minLength(1),
      ),
    }),
    validations,
  }),
])

const form = v.strictObject({
  name: text,
  description: text,
  title: v.optional(text),
  labels: v.optional(v.array(text)),
  assignees: v.optional(v.array(text)),
  projects: v.optional(v.array(text)),
  type: v.optional(text),
  body: v.array(field),
})

export const formOf = (value: unknown) => v.parse(form, value)

/** Why GitHub would not show an issue form. It says so on no page but the file's own. */
export function faultsOf(value: unknown): string[] {
  const { success, issues, output } = v.safeParse(form, value)
  if (!success)
    return issues.flatMap((issue) => flat(issue)).map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)
  const filledIn = output.body.filter(({ type }) => type !== 'markdown')
  return [
    ...(filledIn.length === 0 ? ['nothing to fill in'] : []),
    ...twice(output.body.flatMap(({ id }) => id ?? [])),
    ...twice(output.body.flatMap(({ attributes }) => ('label' in attributes ? attributes.label : []))),
  ]
}

const flat = (issue: v.BaseIssue<unknown>): v.BaseIssue<unknown>[] => [
  issue,
  ...(issue.issues ?? []).flatMap(flat),
]

function twice(names: string[]): string[] {
  return names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} twice`)
}
