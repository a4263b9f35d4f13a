"""Sentences for the refusals of time, paper, exchange, and for what nobody foresaw; `say` asks here last."""

from __future__ import annotations

import logging

from motcua_desktop import log, paths
from motcua_desktop.i18n import _
from motcua_desktop.say_files import say_files
from motcua_desktop.say_keeping import say_keeping
from motcua_desktop.say_paper import say_paper
from motcua_desktop.say_report import say_report
from motcua_desktop.say_sync import say_sync
from motcua_desktop.say_time import say_time

_LOG = logging.getLogger(__name__)


def more(trouble: BaseException) -> str:
    """The sentence; for trouble nobody wrote words for, the way to the log, where it is then written."""
    for group in (say_files, say_time, say_paper, say_keeping, say_sync, say_report):
        if words := group(trouble):
            return words
    _LOG.error("no words for %s", type(trouble).__name__, exc_info=trouble)
    return _(
        "Chương trình gặp lỗi, việc này chưa làm được; sổ hồ sơ vẫn an toàn. "
        "Thử lại, nếu vẫn lỗi thì gửi tệp {path} cho người phụ trách máy."
    ).format(path=log.file() or paths.log_dir() / log.FILE_NAME)
