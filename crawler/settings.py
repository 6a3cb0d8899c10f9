"""What differs from Scrapy's defaults, in which unit."""

BOT_NAME = "crawler"
SPIDER_MODULES = ["crawler.spiders"]
COMMANDS_MODULE = "crawler.commands"

# What a run reads and leaves. STORE empty: careers.db in the output folder.
OUTPUT = "output"
STORE = ""
REPLAY = ""  # a WARC file, or a folder of them, that stands in for the network
KEEP_CHANGES = 400  # days of changes/ and of the history of boards; 0: for ever, like the next ones
KEEP_REJECTED = 60  # days of rejected/
KEEP_CLOSED = 400  # days after which a closed posting is forgotten: should it come back, it is new
LOG_FOLDER = ""  # a folder that gets the log of every run in a file of its own, instead of standard error
KEEP_LOGS = 30  # files there
ARCHIVE = ""  # a folder that keeps every response as WARC, and what did not change as a reference to it
ARCHIVE_DAYS = 90  # how long at least, but for the size; 0: for ever
ARCHIVE_SIZE = 20 * 1024**3  # bytes that it has at most, give or take one run; 0: no limit

# Manners: who we are (put an address of yours here, so that a site's owner can reach you), how fast we ask.
CONTACT = ""
USER_AGENT = "careers-crawler/0.1"  # and CONTACT
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "careers-crawler"  # the name by which a robots.txt speaks of us
DEFAULT_REQUEST_HEADERS = {  # fixed: what a board says must not depend on the machine
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "en",
}
CONCURRENT_REQUESTS = 128  # to all hosts; it is BOARDS_AT_ONCE that counts
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1  # seconds, times 0.5 to 1.5, between requests to one host
DOWNLOAD_SLOTS = {  # hosts of APIs that serve many companies and are known to welcome more
    host: {"concurrency": 2, "delay": 0.25, "jitter": 0.5}
    for host in (
        "boards-api.greenhouse.io",
        "api.lever.co",
        "api.eu.lever.co",
        "api.ashbyhq.com",
        "api.smartrecruiters.com",
    )
}
RETRY_TIMES = 2
QUEUE = ""  # 1: boards come from the queue in STORE (PostgreSQL) until none is left; wait: first wait for a run that begins
QUEUE_STALLED = 30  # seconds that a worker may be silent before its boards go to others
SHARED_HOSTS = ""  # where processes that read one list meet over hosts: set by the command itself
BOARD_MAX_WAIT = 600  # seconds that a board waits for a host that asks it to (Retry-After), in all
SCHEDULER_PRIORITY_QUEUE = "crawler.extensions.holds.PoliteQueue"

STOP_GRACE = 4  # seconds that requests under way are waited for when the run is told to stop

# Only what is needed.
REREAD = 7  # days after which a posting's own page is asked for again though its row in the listing is the same; spread, from half of it
DUPLICATES = False  # whether postings.jsonl has the copies of postings, too; duplicate_of says of which

# What may be connected to. Every address is checked where its name is looked up, for the connection itself.
ALLOW_PRIVATE: list[str] = []  # networks, addresses and hosts that are not on the public Internet: ["10.0.0.0/8", "jobs.intern.example"]
ALLOW_PORTS = [80, 443]  # of every host, also "8000-8999"; besides those that a board's own address names
ALLOW_CERTIFICATES: list[str] = []  # hosts whose certificate is not checked
TWISTED_DNS_RESOLVER = "crawler.guard.resolver.GuardedResolver"
DNS_TIMEOUT = 10  # seconds
HTTPPROXY_ENABLED = False  # a proxy looks names up by itself: turn it on only for one that keeps to public addresses

# Limits of one board, so that none costs the others. Over one of them the board is partial, and nothing of it is closed.
BOARDS_AT_ONCE = 32  # under way together, not counting those that only wait for a slow host
BOARD_MAX_REQUESTS = 30_000
BOARD_MAX_POSTINGS = 50_000  # where a known platform or the board's own total says how many there are
UNPROVED_MAX_PAGES = 200  # of a listing that says no total
UNPROVED_MAX_POSTINGS = 5_000  # of such a listing
BOARD_MAX_SECONDS = 8 * 3600  # from its first request to its last: one a second is the pace at most hosts
BOARD_MAX_SLOW = 480  # seconds that its answers take beyond 5 each, all in all
DOWNLOAD_TIMEOUT = 30  # seconds for one answer, from the look-up of its host to its last byte
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024  # bytes of one answer, also when it is decompressed
PLATFORM_TIMEOUT = 120  # the same two for hosts of known platforms: the largest boards are one answer of 40 MiB,
PLATFORM_MAXSIZE = 64 * 1024 * 1024  # some 8 MiB compressed, and a slow line has half a megabit
DOWNLOADS_MAXSIZE = 96 * 1024 * 1024  # bytes of all answers that are under way, as they come
DOWNLOAD_WARNSIZE = 0
REDIRECT_MAX_TIMES = 10
DOWNLOAD_VERIFY_CERTIFICATES = True

# Only what a board needs: its web, and files that the user named.
DOWNLOAD_HANDLERS = {
    "http": "crawler.render.handler.RenderingHandler",  # Scrapy's own, and a browser for pages that are to be drawn
    "https": "crawler.render.handler.RenderingHandler",
    "data": None, "ftp": None, "s3": None,
}  # fmt: skip
COOKIES_ENABLED = False

# Pages drawn by script, where crawler/requirements-render.txt and Chromium are installed.
RENDER_BROWSER = ""  # empty: chromium, chromium-browser, google-chrome or chrome, the first in the search path
RENDER_AT_ONCE = 2  # pages in the browser together
RENDER_TIMEOUT = 60  # seconds for one page, all in all
RENDER_IDLE = 10  # seconds of waiting for a quiet network, once before and once after scrolling
RENDER_MAX_REQUESTS = 200  # of one page
RENDER_MAXSIZE = 32 * 1024 * 1024  # bytes that one page fetches, and characters that it has when it is drawn
RENDER_MAX_MEMORY = 1536 * 1024 * 1024  # bytes of the browser, all its processes

# Items: the number is the order, low first.
ITEM_PIPELINES = {
    "crawler.pipelines.normalise.NormalisePipeline": 100,
    "crawler.pipelines.validate.ValidatePipeline": 200,
    "crawler.pipelines.store.StorePipeline": 300,
}
CONCURRENT_ITEMS = 4  # worker tasks for every response: the default of 100 costs a quarter of the CPU
EXTENSIONS = {
    "crawler.extensions.ledger.Ledger": 0,
    "crawler.extensions.faults.Faults": 0,
    "crawler.extensions.stopping.Stopping": 0,
    "crawler.extensions.holds.Holds": 0,
    "crawler.extensions.printable.PrintableLog": 0,
    "crawler.extensions.progress.Progress": 500,
    "crawler.render.renderer.Renderer": 600,
    "scrapy.extensions.memusage.MemoryUsage": None,
}
DOWNLOADER_MIDDLEWARES = {
    "crawler.middlewares.guard.GuardMiddleware": 50,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.middlewares.robots.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "crawler.middlewares.retry.PatientRetryMiddleware": 550,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "crawler.middlewares.redirect.GuardedMetaRefreshMiddleware": 580,
    "crawler.middlewares.answers.AnswersMiddleware": 585,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "crawler.middlewares.answers.WholeCompressionMiddleware": 590,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "crawler.middlewares.redirect.GuardedRedirectMiddleware": 600,
    # Next to the wire: it keeps what came, before it is decompressed.
    "crawler.middlewares.archive.ArchiveMiddleware": 990,
    # Only where several processes read one list.
    "crawler.middlewares.hosts.SharedHostsMiddleware": 980,
}
SPIDER_MIDDLEWARES = {
    # They drop requests in silence; the spider counts each of them and has limits of its own.
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
}

# Feeds (-o, -O): all keys in every row, text as it is.
FEED_EXPORT_ENCODING = "utf-8"
FEED_EXPORTERS = {"csv": "crawler.exporters.SafeCsvItemExporter"}

# Unattended: nothing listens, cron hears only of what a person should look at.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
LOG_LEVEL = "WARNING"
LOG_FORMAT = "%(asctime)s %(levelname)s %(message)s"
ADDONS: dict[str, int] = {}

# What a person hears of a run beside its files and its exit status; docs/alerts.md. All off by default.
ALERT_COMMAND = ""  # gets the changes that pass the filters, JSON lines, on its standard input
ALERT_WEBHOOK = ""  # to which they are posted as JSON
NOTIFY_COMMAND = ""  # gets a notice, JSON, when a run did not end with 0 or a board lost what it had
NOTIFY_WEBHOOK = ""
HOOK_ALLOW_PRIVATE: list[str] = []  # networks and hosts inside that a webhook may be on; boards do not get there by it
STRICT = False  # a board that lost a field, or half of its postings, makes the run end with 5
