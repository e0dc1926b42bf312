import { useMantineColorScheme } from '@mantine/core'
import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import { useTheme } from '../style/use_theme.ts'
import styles from './Print.module.css'

/** Lets the browser's own printing show the map. */
export function usePrinting(map: MapLibre | null): void {
  usePicture(map)
  useLightPaper(map)
}

/** A browser prints an empty frame where WebGL draws; so for as long as it prints, a picture of the map stands there. */
function usePicture(map: MapLibre | null): void {
  useEffect(() => {
    if (!map) return
    let picture: HTMLImageElement | undefined
    const before = () => {
      // In one go: after the frame the drawing is gone.
      map.redraw()
      picture = document.createElement('img')
      picture.src = map.getCanvas().toDataURL()
      picture.alt = ''
      picture.className = styles.picture ?? ''
      map.getContainer().append(picture)
    }
    const after = () => picture?.remove()
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
      after()
    }
  }, [map])
}

/** A dark map would drown the paper in ink: asked to print one, the map is drawn in its light colours first. */
function useLightPaper(map: MapLibre | null): void {
  const theme = useTheme()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    if (!map || theme === 'light') return
    const print = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      const chosen = colorScheme
      setColorScheme('light')
      map.once('idle', () => {
        window.print()
        setColorScheme(chosen)
      })
    }
    window.addEventListener('keydown', print)
    return () => window.removeEventListener('keydown', print)
  }, [map, theme, colorScheme, setColorScheme])
}
