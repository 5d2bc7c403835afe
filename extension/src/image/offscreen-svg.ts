import { browser } from 'wxt/browser'
import { failureOf } from '../model/failure.ts'
import { paintSvg } from './paint-svg.ts'
import type { SvgAnswer, SvgRequest } from './svg.ts'

/** In the offscreen document: draws what the background asks for. */
export function drawSvgOnRequest(): void {
  browser.runtime.onMessage.addListener((wish: SvgRequest, _, answer: (answer: SvgAnswer) => void) => {
    if (wish.type !== 'svg') return
    paintSvg(wish.text).then(
      (url) => answer({ url }),
      (error) => answer({ failure: failureOf(error) }),
    )
    return true
  })
}
