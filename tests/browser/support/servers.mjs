// What serves the page to the browser: the program itself, or any static host.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pageFolder, program } from './repository.mjs';

const types = {
  '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm',
};

/** Starts `progsim serve` on a free port. */
export async function serve() {
  const child = spawn('dotnet', [program, 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  // Also when a script ends by an error.
  process.once('exit', () => child.kill());
  const said = [];
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    const [address] = line.match(/http:\/\/\S+/) ?? [];
    if (address) {
      child.stdout.resume();
      return { address: address.replace(/\/?$/, '/'), stop: () => stop(child) };
    }
  }

  throw new Error(`progsim serve ended without an address: ${said.join('\n')}`);
}

async function stop(child) {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGINT');
    await once(child, 'exit');
  }
}

/** Starts a static host that knows nothing of the page and has it in a folder of its own. */
export async function serveStatically(folder = '/some/folder/') {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const name = path === folder ? 'index.html' : path.slice(folder.length);
    try {
      if (!path.startsWith(folder) || name.split('/').includes('..')) {
        throw new Error('not here');
      }

      const content = await readFile(join(pageFolder, name));
      response.writeHead(200, { 'Content-Type': types[extname(name)] ?? 'application/octet-stream' }).end(content);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${server.address().port}${folder}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
