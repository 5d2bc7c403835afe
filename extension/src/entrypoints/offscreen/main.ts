import { drawSvgOnRequest } from '../../image/offscreen-svg.ts'

drawSvgOnRequest()
