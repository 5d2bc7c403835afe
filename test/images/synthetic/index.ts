import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { type Random, seeded } from '../../fakes/gateway/catalogue/random.ts'
import { cachedFolder } from '../../tools/cache.ts'
import { add, distanceTo, dot, hitAt, unit, type Vector } from './geometry.ts'
import { fractal, grain } from './noise.ts'
import { KINDS, makePlan, type Plan, type Thing } from './plans.ts'
import { blend, type Colour } from './surfaces.ts'

/** Of rooms, of streets and so on. */
const OF_EACH_KIND = 9

/**
 * Pictures that stand in for photographs: rooms, streets, tables, hills, shelves and close-ups, drawn by following
 * light. They have perspective, shadows, textures, haze and grain, and no licence. The same name is the same picture.
 */
export const SYNTHETIC_PHOTOS: readonly string[] = KINDS.flatMap((kind) =>
  Array.from({ length: OF_EACH_KIND }, (_, at) => `${kind} ${at + 1}`),
)

/** The file of a JPEG whose longer side has `side` pixels; it is drawn once. */
export async function syntheticPhotoFile(name: string, side: number): Promise<string> {
  const folder = await cachedFolder('synthetic', { files: MAKERS, plan: [name, side] }, async (folder) =>
    writeFile(join(folder, FILE), await draw(name, side)),
  )
  return join(folder, FILE)
}

export async function syntheticPhoto(name: string, side: number): Promise<Buffer> {
  return readFile(await syntheticPhotoFile(name, side))
}

const FILE = 'photo.jpg'
const MAKERS = ['geometry', 'index', 'noise', 'plans', 'surfaces'].map((name) =>
  join(import.meta.dirname, `${name}.ts`),
)

async function draw(name: string, side: number): Promise<Buffer> {
  const kind = KINDS.find((kind) => name.startsWith(`${kind} `))
  if (!kind) throw new Error(`no synthetic photo is called ${name}`)
  const random = seeded(`synthetic ${name}`)
  const plan = makePlan(kind, random)
  const [width, height] = random.pick([
    [3, 2],
    [2, 3],
    [4, 3],
    [1, 1],
    [3, 2],
  ] as const)
  const scale = Math.ceil(side * FINER) / Math.max(width, height)
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
  return sharp(render(plan, size, random), { raw: { ...size, channels: 3 } })
    .resize(side, side, { fit: 'inside' })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** Drawn larger and made smaller, edges are as smooth as a lens makes them. */
const FINER = 1.25

function render(plan: Plan, { width, height }: { width: number; height: number }, random: Random): Buffer {
  const { at, to, view } = plan.camera
  const forward = unit(add(to, at, -1))
  const right = unit([forward[2], 0, -forward[0]])
  const up: Vector = [
    forward[1] * right[2] - forward[2] * right[1],
    forward[2] * right[0] - forward[0] * right[2],
    forward[0] * right[1] - forward[1] * right[0],
  ]
  const seed = random.whole(1, 1e6)
  const tint: Colour = [random.between(0.92, 1.05), 1, random.between(0.9, 1.06)]
  const exposure = random.between(0.85, 1.2)
  const [noisy, corner] = [random.between(0.005, 0.03), random.between(0, 0.35)]
  const half = Math.max(width, height) / 2
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [across, down] = [(x - width / 2) / half, (y - height / 2) / half]
      const direction = unit(add(add(forward, right, view * across), up, -view * down))
      const seen = colourSeen(plan, at, direction, seed)
      const strength = exposure * (1 - (corner * (across * across + down * down)) / 2)
      const noise = noisy * grain(x, y, seed)
      for (const channel of [0, 1, 2] as const) {
        const value = Math.min(1, Math.max(0, seen[channel] * tint[channel] * strength))
        // As a camera does: dark tones are lifted.
        pixels[(y * width + x) * 3 + channel] = Math.min(255, Math.max(0, 255 * (Math.sqrt(value) + noise)))
      }
    }
  return pixels
}

function colourSeen(plan: Plan, from: Vector, direction: Vector, seed: number): Colour {
  const { things, light, haze } = plan
  const sky = skyAt(plan, direction, seed)
  const [thing, distance] = firstHit(things, from, direction)
  if (!thing) return sky
  const { point, normal, u, v } = hitAt(thing.shape, from, direction, distance)
  const towards = add(light.at, point, -1)
  const far = Math.sqrt(dot(towards, towards))
  const lit = Math.max(0, dot(normal, unit(towards)))
  const start = add(point, normal, 0.002)
  const isShaded = lit > 0 && firstHit(things, start, unit(towards))[1] < far
  const direct = isShaded ? 0 : lit * (haze > 0 ? 1 : Math.min(1.2, 9 / (far * far)))
  const albedo = thing.surface(u, v)
  const part = (at: 0 | 1 | 2) => albedo[at] ** 2 * (light.ambient[at] + light.colour[at] * direct)
  const clear: Colour = [part(0), part(1), part(2)]
  return haze > 0 ? blend(clear, sky, 1 - 1 / (1 + haze * distance) ** 2) : clear
}

function skyAt({ sky }: Plan, direction: Vector, seed: number): Colour {
  const high = Math.min(1, Math.max(0, direction[1] * 1.6))
  const clear = blend(sky.low, sky.high, high)
  if (sky.clouds === 0 || direction[1] <= 0.01) return clear
  const [x, y] = [direction[0] / direction[1], direction[2] / direction[1]]
  const cloud = fractal(x, y, seed, 5) - 0.65 + 0.3 * sky.clouds
  return blend(clear, [0.95, 0.95, 0.96], Math.min(1, Math.max(0, cloud * 4)))
}

function firstHit(things: readonly Thing[], from: Vector, direction: Vector): [Thing | undefined, number] {
  let nearest: Thing | undefined
  let least = Number.POSITIVE_INFINITY
  for (const thing of things) {
    const distance = distanceTo(thing.shape, from, direction)
    if (distance < least) {
      least = distance
      nearest = thing
    }
  }
  return [nearest, least]
}
