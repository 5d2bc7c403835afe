import type { ComponentChildren } from 'preact'

/** A few words in the place of the list: what is so, and what to do. */
export function Message(props: {
  title: string
  text: string
  role?: 'alert' | 'status'
  children?: ComponentChildren
}) {
  return (
    <div class="message" role={props.role}>
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      <div class="buttons">{props.children}</div>
    </div>
  )
}
