export type Vector = readonly [x: number, y: number, z: number]

export interface Hit {
  distance: number
  point: Vector
  normal: Vector
  /** On the surface, in the units of the scene. */
  u: number
  v: number
}

/** A thing in a scene; y is up, and the floor is at 0. */
export type Shape =
  | { kind: 'floor' }
  | { kind: 'ball'; centre: Vector; radius: number }
  /** Seen from outside, or from inside as a room. */
  | { kind: 'box'; least: Vector; most: Vector }

const NEAR = 1e-3

export const add = (a: Vector, b: Vector, times = 1): Vector => [
  a[0] + times * b[0],
  a[1] + times * b[1],
  a[2] + times * b[2],
]
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const unit = (a: Vector): Vector => add([0, 0, 0], a, 1 / Math.sqrt(dot(a, a)))

/** How far along the ray a shape is first met; infinite where it is not. */
export function distanceTo(shape: Shape, from: Vector, direction: Vector): number {
  if (shape.kind === 'floor') return direction[1] < 0 ? -from[1] / direction[1] : Number.POSITIVE_INFINITY
  if (shape.kind === 'ball') {
    const apart = add(from, shape.centre, -1)
    const half = dot(apart, direction)
    const root = half * half - dot(apart, apart) + shape.radius * shape.radius
    if (root < 0) return Number.POSITIVE_INFINITY
    const distance = -half - Math.sqrt(root)
    return distance > NEAR ? distance : Number.POSITIVE_INFINITY
  }
  let enter = Number.NEGATIVE_INFINITY
  let leave = Number.POSITIVE_INFINITY
  for (let axis = 0 as 0 | 1 | 2; axis < 3; axis++) {
    const one = (shape.least[axis] - from[axis]) / direction[axis]
    const other = (shape.most[axis] - from[axis]) / direction[axis]
    enter = Math.max(enter, Math.min(one, other))
    leave = Math.min(leave, Math.max(one, other))
  }
  if (enter > leave || leave < NEAR) return Number.POSITIVE_INFINITY
  return enter > NEAR ? enter : leave
}

export function hitAt(shape: Shape, from: Vector, direction: Vector, distance: number): Hit {
  const point = add(from, direction, distance)
  if (shape.kind === 'floor') return { distance, point, normal: [0, 1, 0], u: point[0], v: point[2] }
  if (shape.kind === 'ball') {
    const normal = unit(add(point, shape.centre, -1))
    const u = shape.radius * Math.atan2(normal[0], normal[2])
    return { distance, point, normal, u, v: shape.radius * 2 * normal[1] }
  }
  const apart = (at: 0 | 1 | 2) =>
    Math.min(Math.abs(point[at] - shape.least[at]), Math.abs(point[at] - shape.most[at]))
  const [byX, byY, byZ] = [apart(0), apart(1), apart(2)]
  const axis = byX < byY && byX < byZ ? 0 : byY < byZ ? 1 : 2
  // The normal that faces the viewer, seen from outside or inside.
  const facing = direction[axis] > 0 ? -1 : 1
  const normal: Vector = [axis === 0 ? facing : 0, axis === 1 ? facing : 0, axis === 2 ? facing : 0]
  const [u, v] = axis === 0 ? [point[2], point[1]] : axis === 1 ? [point[0], point[2]] : [point[0], point[1]]
  return { distance, point, normal, u, v }
}
