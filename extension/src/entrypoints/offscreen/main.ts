import { drawSvgOnRequest } from '../../image/paint-svg.ts'

drawSvgOnRequest()
