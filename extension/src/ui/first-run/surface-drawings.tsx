import type { ComponentChildren } from 'preact'

/** Results over the page, under the toolbar's button. */
export function PopupDrawing() {
  return (
    <Drawing>
      <rect class="picture" x="12" y="24" width="34" height="34" rx="2" />
      <rect class="text" x="54" y="26" width="40" height="4" rx="1" />
      <rect class="text" x="54" y="34" width="28" height="4" rx="1" />
      <rect class="results" x="70" y="15" width="54" height="56" rx="3" />
      <Rows x={75} width={44} count={4} />
    </Drawing>
  )
}

/** Results beside the page, which keeps its own room. */
export function PanelDrawing() {
  return (
    <Drawing>
      <rect class="picture" x="10" y="24" width="30" height="30" rx="2" />
      <rect class="text" x="46" y="26" width="28" height="4" rx="1" />
      <rect class="text" x="46" y="34" width="20" height="4" rx="1" />
      <path class="results" d="M82 13h45.5v64.5a3 3 0 0 1-3 3H82z" />
      <Rows x={88} width={34} count={5} />
    </Drawing>
  )
}

function Drawing({ children }: { children: ComponentChildren }) {
  return (
    <svg class="surface-drawing" viewBox="0 0 128 81" width="128" height="81" aria-hidden="true">
      <rect class="window" x="0.5" y="0.5" width="127" height="80" rx="4" />
      <path class="window" d="M0.5 12.5h127" />
      <circle class="button" cx="114" cy="6.5" r="2.5" />
      {children}
    </svg>
  )
}

function Rows({ x, width, count }: { x: number; width: number; count: number }) {
  return Array.from({ length: count }, (_, at) => (
    <g key={at}>
      <rect class="row-picture" x={x} y={20 + at * 12} width="9" height="9" rx="1" />
      <rect class="row-text" x={x + 12} y={22 + at * 12} width={width - 12} height="4" rx="1" />
    </g>
  ))
}
