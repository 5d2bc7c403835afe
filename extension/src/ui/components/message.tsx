import type { ComponentChildren } from 'preact'

/** A short text in place of a list: what happened and what to do. `alone` if the view has no other heading; no title if the header is one. */
export function Message(props: {
  title?: string
  text: string
  role?: 'alert' | 'status'
  alone?: boolean
  children?: ComponentChildren
}) {
  const Title = props.alone ? 'h1' : 'h2'
  return (
    <div class="message" role={props.role}>
      {props.title && <Title>{props.title}</Title>}
      <p>{props.text}</p>
      <div class="buttons">{props.children}</div>
    </div>
  )
}
