import { answerSvg } from '../../picture/answer-svg.ts'

answerSvg()
