import { type Descriptor, describe } from './descriptor.ts'
import { withoutMargin } from './margin.ts'
import { type Box, type LabPicture, readPicture } from './pixels.ts'
import { findSubject, type Subject } from './subject.ts'

export interface Analysis {
  /** every way in which the picture is read: with and without its margin, mirrored, tilted. Empty: it shows nothing. */
  readings: Descriptor[]
  /** the subject's box against the picture's sides: left, top, right, bottom */
  bounds: Subject['bounds']
}

const TURNS = [false, true].flatMap((mirrored) => [0, -7, 7].map((tilt) => ({ mirrored, tilt })))

/** @throws when the bytes are no picture */
export async function analyse(bytes: Uint8Array, region?: Box): Promise<Analysis> {
  const picture = await readPicture(bytes, region)
  const subjects = [picture, withoutMargin(picture)].map((each) => each && findSubject(each))
  const found = subjects.filter((subject) => subject !== undefined)
  return {
    readings: found.flatMap((subject) => TURNS.map((turn) => describe(subject, turn))),
    bounds: found[0]?.bounds ?? [0, 0, 1, 1],
  }
}

/** How a picture is kept in the index: as it is. */
export function describePlain(picture: LabPicture): Descriptor | undefined {
  const subject = findSubject(picture)
  return subject && describe(subject)
}
