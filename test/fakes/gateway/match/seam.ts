/** How thick the blend of two backgrounds is, such as where a wall ends and a table begins. */
const SEAM_PIXELS = 4

/** Takes thin lines that start at the frame's left or right side out of the foreground, up to where they meet something. */
export function clearSeams(background: Uint8Array, width: number, height: number): void {
  for (const [start, step] of [
    [0, 1],
    [width - 1, -1],
  ] as const) {
    for (let y = 0; y < height; y++) {
      if (background[y * width + start]) continue
      let run = runAt(background, width, height, start, y)
      y = run.bottom
      for (let x = start; run.bottom - run.top < SEAM_PIXELS; ) {
        for (let row = run.top; row <= run.bottom; row++) background[row * width + x] = 1
        x += step
        const next = x >= 0 && x < width ? foregroundNear(background, width, x, run) : undefined
        if (next === undefined) break
        run = runAt(background, width, height, x, next)
      }
    }
  }
}

interface Run {
  top: number
  bottom: number
}

function runAt(background: Uint8Array, width: number, height: number, x: number, y: number): Run {
  let [top, bottom] = [y, y]
  while (top > 0 && !background[(top - 1) * width + x]) top--
  while (bottom < height - 1 && !background[(bottom + 1) * width + x]) bottom++
  return { top, bottom }
}

function foregroundNear(background: Uint8Array, width: number, x: number, { top, bottom }: Run) {
  for (let y = Math.max(0, top - 1); y <= bottom + 1; y++) if (background[y * width + x] === 0) return y
  return undefined
}
