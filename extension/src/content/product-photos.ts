import { largerAddresses } from '../image-url/larger.ts'
import { originalOf } from '../image-url/original.ts'

/** A picture in a page; sizes in pixels, 0 where they are not known yet. */
export interface PlacedPicture {
  /** The largest first, the shown one last. */
  addresses: readonly string[]
  width: number
  height: number
  /** Its ancestors, the nearest first. */
  within: readonly object[]
  /** Its class, id and file name. */
  names: string
}

const MAX_PHOTOS = 24
const MIN_SIDE = 120
/** Longer ones are banners and rulers. */
const MAX_RATIO = 2.6
const DECORATION = /(^|[^a-z])(logo|icon|sprite|avatar|payment|placeancestor|spacer)s?([^a-z]|$)|\.svg$/i

/**
 * Pictures that may show the same product as the searched one: large enough, each original once, without the searched one.
 * Likeliest first: those closest to it in the document, then those with the most similar address, then shape.
 */
export function productPhotosOf<Picture extends PlacedPicture>(
  all: readonly Picture[],
  isSearched: (picture: Picture) => boolean,
): Picture[] {
  const searched = all.filter(isSearched)
  const taken = new Set(searched.flatMap(originalsOf))
  const others = all.filter((each) => !isSearched(each) && isCandidate(each))
  const closeness = closenessTo(searched, [...searched, ...others])
  const ranked = others.map((picture, at) => ({
    picture,
    rank: [closeness(picture), -similarity(picture, searched), shapeDistance(picture, searched), at],
  }))
  ranked.sort((one, other) => firstDifference(one.rank, other.rank))
  return onceEach(
    ranked.map(({ picture }) => picture),
    taken,
  ).slice(0, MAX_PHOTOS)
}

/** A small one counts if a larger version is known. */
function isCandidate({ addresses, width, height, names }: PlacedPicture): boolean {
  if (DECORATION.test(names)) return false
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  if (short > 0 && long / short > MAX_RATIO) return false
  const shown = addresses.at(-1)
  return (
    short >= MIN_SIDE ||
    addresses.length > 1 ||
    Boolean(shown && (short === 0 || largerAddresses(shown).length > 0))
  )
}

/** The first version of each picture, without those that are taken. */
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

/** How many pictures the nearest common ancestor of a picture and a searched one has: the fewer, the closer. */
function closenessTo(
  searched: readonly PlacedPicture[],
  all: readonly PlacedPicture[],
): (picture: PlacedPicture) => number {
  const contents = new Map<object, Set<string | PlacedPicture>>()
  for (const picture of all)
    for (const ancestor of picture.within) {
      const pictures = contents.get(ancestor) ?? new Set()
      contents.set(ancestor, pictures.add(originalsOf(picture).at(-1) ?? picture))
    }
  const ancestors = new Set(searched.flatMap(({ within }) => within))
  return ({ within }) => {
    const shared = within.find((ancestor) => ancestors.has(ancestor))
    return (shared && contents.get(shared)?.size) ?? all.length
  }
}

/** 0 nothing, 1 the same host, 2 the same folder, 3 a name that differs by its digits only. */
function similarity({ addresses }: PlacedPicture, searched: readonly PlacedPicture[]): number {
  const mine = partsOf(addresses.at(-1))
  return Math.max(0, ...searched.map((each) => equalParts(mine, partsOf(each.addresses.at(-1)))))
}

function partsOf(address: string | undefined): string[] {
  const url = URL.parse(address ?? '')
  if (!url) return []
  const path = url.pathname.split('/')
  const name = path.pop() ?? ''
  return [url.host, path.join('/'), name.replace(/\d+/g, '#')]
}

function equalParts(mine: string[], theirs: string[]): number {
  const differing = mine.findIndex((part, at) => part !== theirs[at])
  return differing < 0 ? mine.length : differing
}

/** 0 for the same proportions. Rounded, so that a few pixels do not decide. */
function shapeDistance({ width, height }: PlacedPicture, searched: readonly PlacedPicture[]): number {
  const ratios = searched.filter((each) => each.width && each.height)
  if (!width || !height || ratios.length === 0) return 0
  const far = ratios.map((each) => Math.abs(Math.log(width / height / (each.width / each.height))))
  return Math.round(10 * Math.min(...far))
}

function firstDifference(one: number[], other: number[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return (one[at] ?? 0) - (other[at] ?? 0)
}
