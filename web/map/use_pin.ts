import { type Map as MapLibre, Marker } from 'maplibre-gl'
import { useEffect } from 'react'
import { useConsole } from '../state/store.ts'
import styles from './MapCanvas.module.css'

const NAMESPACE = 'http://www.w3.org/2000/svg'

/** Marks the coordinates somebody asked for. */
export function usePin(map: MapLibre | null): void {
  const pin = useConsole((state) => state.pin)
  useEffect(() => {
    if (!map || !pin) return
    const marker = new Marker({ element: drawPin(), anchor: 'bottom' }).setLngLat([...pin]).addTo(map)
    return () => void marker.remove()
  }, [map, pin])
}

function drawPin(): HTMLElement {
  const element = document.createElement('div')
  const svg = document.createElementNS(NAMESPACE, 'svg')
  svg.setAttribute('viewBox', '0 0 30 40')
  svg.setAttribute('class', styles.pin ?? '')
  const path = document.createElementNS(NAMESPACE, 'path')
  path.setAttribute('d', 'M15 39C15 39 2 24.6 2 14.6a13 13 0 0 1 26 0C28 24.6 15 39 15 39Z')
  path.setAttribute('fill', '#1a2326')
  path.setAttribute('stroke', '#ffffff')
  path.setAttribute('stroke-width', '2')
  const hole = document.createElementNS(NAMESPACE, 'circle')
  for (const [name, value] of Object.entries({ cx: 15, cy: 14.5, r: 5, fill: '#ffb400' })) hole.setAttribute(name, String(value))
  svg.append(path, hole)
  element.append(svg)
  return element
}
