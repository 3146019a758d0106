import { useEffect, useRef, useState } from 'react'

/** How wide a drawing may be, in pixels; null until it is known. `frame`: what it is drawn in. */
export const useWidth = () => {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number | null>(null)
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)))
    watcher.observe(frame.current!)
    return () => watcher.disconnect()
  }, [])
  return { frame, width }
}
