/**
 * Has the browser keep this page for a start without a network, where it can: over https and on the machine itself.
 * Elsewhere its ordinary cache does it, which is told so by the headers of the page.
 *
 * @param build the one that has booted: pages of others may be forgotten
 */
export async function keepPage(build: string): Promise<void> {
  if (build === 'development') return;
  try {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return;
    await serviceWorker.register('/wall/worker.js', { scope: '/wall' });
    const { active } = await serviceWorker.ready;
    if (active) active.postMessage({ booted: build });
  } catch {
    // Switched off, or another build is served at this moment: what was kept before is still there.
  }
}
