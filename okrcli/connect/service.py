"""The services: what each is called, is sent, and answers."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from importlib import import_module
from typing import Any

from okrcli.connect.announcement import Announcement

Message = Mapping[str, Any]


class Service(StrEnum):
    """Where a message goes."""

    SLACK = "slack"
    TEAMS = "teams"
    MATTERMOST = "mattermost"
    JSON = "json"


NAMES = {
    Service.SLACK: "Slack",
    Service.TEAMS: "Microsoft Teams",
    Service.MATTERMOST: "Mattermost",
    Service.JSON: "the webhook",
}
# Who took a message says so with one word; another text is that of somebody in between.
_TAKEN = {Service.SLACK: "ok", Service.MATTERMOST: "ok"}
_NOT_DELIVERED = "delivery failed"  # which Teams may say in an answer of 200


def messages(service: Service, told: Announcement) -> Sequence[Message]:
    """Write an announcement as the messages that a service takes, in their order."""
    name = "generic" if service is Service.JSON else service.value
    write: Any = getattr(import_module(f"okrcli.connect.{name}"), f"{name}_messages")
    found: Sequence[Message] = write(told)
    return found


def took(service: Service, text: str) -> bool:
    """Tell by the text of an answer of success whether the service took the message."""
    if service is Service.TEAMS:
        return _NOT_DELIVERED not in text
    return text.strip() == _TAKEN.get(service, text.strip())
