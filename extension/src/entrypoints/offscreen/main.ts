import { answerSvg } from '../../image/offscreen-svg.ts'

answerSvg()
