import { ROAD_SIGNS } from './road_shields.ts'

export interface StretchImage {
  readonly image: ImageData
  readonly options: {
    readonly pixelRatio: number
    readonly stretchX: [number, number][]
    readonly stretchY: [number, number][]
    readonly content: [number, number, number, number]
  }
}

const SIZE = 16
const EDGE = 4

/** A sign that stretches around its number. */
export function drawShield(roadClass: string, ratio: number): StretchImage | undefined {
  const sign = ROAD_SIGNS[roadClass]
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIZE * ratio
  const context = canvas.getContext('2d')
  if (!sign || !context) return undefined
  context.scale(ratio, ratio)
  context.beginPath()
  context.roundRect(0.75, 0.75, SIZE - 1.5, SIZE - 1.5, 2.5)
  context.fillStyle = sign.ground
  context.fill()
  context.lineWidth = 1
  context.strokeStyle = sign.ink === '#ffffff' ? '#ffffff' : '#8a8372'
  context.stroke()
  const [low, high] = [EDGE * ratio, (SIZE - EDGE) * ratio]
  return {
    image: context.getImageData(0, 0, canvas.width, canvas.height),
    options: {
      pixelRatio: ratio,
      stretchX: [[low, high]],
      stretchY: [[low, high]],
      content: [low / 2, low / 2, SIZE * ratio - low / 2, SIZE * ratio - low / 2],
    },
  }
}
