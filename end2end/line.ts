// The line between a phone and the server, which a test cuts at any point: before a request, or after it was done and
// before its answer.
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Cut = "before" | "after" | undefined;

export class Line {
  /** Whether nothing goes through. */
  isDown = false;
  /** Asked for each request: whether the line breaks at it. */
  cutAt: (request: IncomingMessage) => Cut = () => undefined;
  private server: Server;

  private constructor(private to: URL) {
    this.server = createServer((asked, answer) => this.carry(asked, answer));
  }

  /** A line to the server at `to`. */
  static async open(to: string): Promise<Line> {
    const line = new Line(new URL(to));
    await new Promise<void>((done) => line.server.listen(0, "localhost", done));
    return line;
  }

  /** Its address on the phone's side. */
  get address(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private carry(asked: IncomingMessage, answer: ServerResponse): void {
    const cut = this.isDown ? "before" : this.cutAt(asked);
    if (cut) this.isDown = true;
    if (cut === "before") {
      asked.socket.destroy();
      return;
    }
    const { method, url, headers } = asked;
    const onward = request({ host: this.to.hostname, port: this.to.port, method, path: url, headers }, (came) => {
      if (cut === "after") {
        came.resume().on("end", () => asked.socket.destroy());
        return;
      }
      answer.writeHead(came.statusCode ?? 502, came.rawHeaders);
      came.pipe(answer);
    });
    onward.on("error", () => asked.socket.destroy());
    asked.pipe(onward);
  }
}
