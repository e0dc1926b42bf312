export { stripJpeg } from './jpeg.ts'
export { madeUpright } from './orientation.ts'
export * from './photo.ts'
