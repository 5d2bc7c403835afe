import { describe, describeBoth, SUBJECT_FLOATS, type SubjectDescriptor } from './descriptor.ts'
import { describeFrame, FRAME_FLOATS, type FrameDescriptor } from './frame.ts'
import { withoutMargin } from './margin.ts'
import { type Box, type LabPicture, readPicture } from './pixels.ts'
import { findSubject, type Subject } from './subject.ts'

export interface Analysis {
  /** what stands before the background, in every way it is read: with and without a margin, mirrored, tilted */
  subjects: SubjectDescriptor[]
  /** the frame, with and without its margin */
  frames: FrameDescriptor[]
  /** the subject's box against the picture's sides: left, top, right, bottom */
  bounds: Subject['bounds']
}

const TILTS = [0, -7, 7]

/** @throws when the bytes are no picture */
export async function analyse(bytes: Uint8Array, region?: Box): Promise<Analysis> {
  const whole = await readPicture(bytes, region)
  const pictures = [whole, withoutMargin(whole)].filter((picture) => picture !== undefined)
  const subjects = pictures.map(findSubject).filter((subject) => subject !== undefined)
  return {
    subjects: subjects.flatMap((subject) => TILTS.flatMap((tilt) => describeBoth(subject, tilt))),
    frames: subjects.length > 0 ? pictures.map(describeFrame) : [],
    bounds: subjects[0]?.bounds ?? [0, 0, 1, 1],
  }
}

/** How the index keeps a picture: its subject as it is, then its frame. */
export const INDEX_FLOATS = SUBJECT_FLOATS + FRAME_FLOATS

/** @throws for a picture that shows nothing */
export function describeForIndex(picture: LabPicture): Float32Array {
  const subject = findSubject(picture)
  if (!subject) throw new Error('the picture shows nothing')
  const entry = new Float32Array(INDEX_FLOATS)
  entry.set(describe(subject))
  entry.set(describeFrame(picture), SUBJECT_FLOATS)
  return entry
}

export function fromIndex(entry: Float32Array): { subject: SubjectDescriptor; frame: FrameDescriptor } {
  return { subject: entry.subarray(0, SUBJECT_FLOATS), frame: entry.subarray(SUBJECT_FLOATS) }
}
