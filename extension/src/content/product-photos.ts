import { largerAddress } from '../image-url/larger.ts'
import { originalOf } from '../image-url/original.ts'

/** A picture as it stands in a page; sizes in pixels, 0 where they are not known yet. */
export interface PlacedPicture {
  /** The largest first and the one that is shown last. */
  addresses: readonly string[]
  width: number
  height: number
  /** What it stands in, the nearest first. */
  within: readonly object[]
  /** What its makers call it: class, id, name of the file. */
  names: string
}

const MOST = 24
const SMALLEST_SIDE = 120
/** Wider or higher ones are banners and rulers. */
const LONGEST = 2.6
const DECORATION = /(^|[^a-z])(logo|icon|sprite|avatar|payment|placeholder|spacer)s?([^a-z]|$)|\.svg$/i

/**
 * What may show the same product as a picture that was searched: large enough, each original once, not the searched one.
 * Likeliest first: whoever stands closest to it among the fewest others, then whoever has an address and a shape like its.
 */
export function productPhotosOf<Picture extends PlacedPicture>(
  all: readonly Picture[],
  isSearched: (picture: Picture) => boolean,
): Picture[] {
  const searched = all.filter(isSearched)
  const taken = new Set(searched.flatMap(originalsOf))
  const others = all.filter((each) => !isSearched(each) && isWorthIt(each))
  const closeness = closenessTo(searched, [...searched, ...others])
  const ranked = others.map((picture, at) => ({
    picture,
    rank: [closeness(picture), -likeness(picture, searched), shapeFrom(picture, searched), at],
  }))
  ranked.sort((one, other) => firstDifference(one.rank, other.rank))
  return onceEach(
    ranked.map(({ picture }) => picture),
    taken,
  ).slice(0, MOST)
}

/** A small one counts where a larger version of it is known. */
function isWorthIt({ addresses, width, height, names }: PlacedPicture): boolean {
  if (DECORATION.test(names)) return false
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  if (short > 0 && long / short > LONGEST) return false
  const shown = addresses.at(-1)
  return (
    short >= SMALLEST_SIDE || addresses.length > 1 || Boolean(shown && (short === 0 || largerAddress(shown)))
  )
}

/** Of the versions of one picture the first; without those that are taken. */
function onceEach<Picture extends PlacedPicture>(pictures: Picture[], taken: Set<string>): Picture[] {
  return pictures.filter((picture) => {
    const originals = originalsOf(picture)
    const isNew = !originals.some((original) => taken.has(original))
    for (const original of originals) taken.add(original)
    return isNew
  })
}

function originalsOf({ addresses }: PlacedPicture): string[] {
  return addresses.map(originalOf)
}

/** How many pictures stand in the smallest thing that holds a picture and one of those that were searched. */
function closenessTo(
  searched: readonly PlacedPicture[],
  all: readonly PlacedPicture[],
): (picture: PlacedPicture) => number {
  const held = new Map<object, Set<string | PlacedPicture>>()
  for (const picture of all)
    for (const holder of picture.within) {
      const pictures = held.get(holder) ?? new Set()
      held.set(holder, pictures.add(originalsOf(picture).at(-1) ?? picture))
    }
  const homes = new Set(searched.flatMap(({ within }) => within))
  return ({ within }) => {
    const shared = within.find((holder) => homes.has(holder))
    return (shared && held.get(shared)?.size) ?? all.length
  }
}

/** 0 nothing, 1 the same host, 2 the same folder, 3 a name that differs by its digits only. */
function likeness({ addresses }: PlacedPicture, searched: readonly PlacedPicture[]): number {
  const mine = partsOf(addresses.at(-1))
  return Math.max(0, ...searched.map((each) => alikeParts(mine, partsOf(each.addresses.at(-1)))))
}

function partsOf(address: string | undefined): string[] {
  const url = URL.parse(address ?? '')
  if (!url) return []
  const path = url.pathname.split('/')
  const name = path.pop() ?? ''
  return [url.host, path.join('/'), name.replace(/\d+/g, '#')]
}

function alikeParts(mine: string[], theirs: string[]): number {
  const differing = mine.findIndex((part, at) => part !== theirs[at])
  return differing < 0 ? mine.length : differing
}

/** Rounded, so that a few pixels decide nothing. */
function shapeFrom({ width, height }: PlacedPicture, searched: readonly PlacedPicture[]): number {
  const ratios = searched.filter((each) => each.width && each.height)
  if (!width || !height || ratios.length === 0) return 0
  const far = ratios.map((each) => Math.abs(Math.log(width / height / (each.width / each.height))))
  return Math.round(10 * Math.min(...far))
}

function firstDifference(one: number[], other: number[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return (one[at] ?? 0) - (other[at] ?? 0)
}
