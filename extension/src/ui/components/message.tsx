import type { ComponentChildren } from 'preact'

/** A few words in the place of the list: what is so, and what to do. `alone` where nothing else heads the part. */
export function Message(props: {
  title: string
  text: string
  role?: 'alert' | 'status'
  alone?: boolean
  children?: ComponentChildren
}) {
  const Title = props.alone ? 'h1' : 'h2'
  return (
    <div class="message" role={props.role}>
      <Title>{props.title}</Title>
      <p>{props.text}</p>
      <div class="buttons">{props.children}</div>
    </div>
  )
}
