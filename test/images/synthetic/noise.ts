/** Noise between 0 and 1 that depends on its arguments alone: the same on every machine. */
function lattice(x: number, y: number, seed: number): number {
  let mixed = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}

/** Value noise: one lattice point at each whole number, smooth between them. */
export function noise(x: number, y: number, seed: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [u, v] = [smooth(x - left), smooth(y - top)]
  const above = mix(lattice(left, top, seed), lattice(left + 1, top, seed), u)
  const below = mix(lattice(left, top + 1, seed), lattice(left + 1, top + 1, seed), u)
  return mix(above, below, v)
}

/** Fractal noise, as of clouds, hills and surfaces: each octave twice as fine and half as strong. */
export function fractal(x: number, y: number, seed: number, octaves = 4): number {
  let [sum, weight, total] = [0, 1, 0]
  for (let octave = 0; octave < octaves; octave++) {
    const scale = 2 ** octave
    sum += weight * noise(x * scale, y * scale, seed + octave)
    total += weight
    weight /= 2
  }
  return sum / total
}

/** Near 0 in the middle and as likely above as below it, like the grain of a sensor. */
export function grain(x: number, y: number, seed: number): number {
  return lattice(x, y, seed) + lattice(x, y, seed + 1) + lattice(x, y, seed + 2) - 1.5
}

export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

function smooth(share: number): number {
  return share * share * (3 - 2 * share)
}
